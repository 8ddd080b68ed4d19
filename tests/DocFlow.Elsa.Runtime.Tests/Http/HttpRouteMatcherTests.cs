using DocFlow.Elsa.Runtime.Http;

namespace DocFlow.Elsa.Runtime.Tests.Http;

/// <summary>Which endpoint a path is for.</summary>
public sealed class HttpRouteMatcherTests
{
    [Theory]
    [InlineData("/hello", "/hello", "")]
    [InlineData("/HELLO/", "/hello", "")]
    [InlineData("/orders", "/orders/{id?}", "")]
    [InlineData("/orders/latest", "/orders/latest", "")]
    [InlineData("/orders/17", "/orders/{id:int}", "id=17")]
    [InlineData("/orders/A-7", "/orders/{id?}", "id=A-7")]
    [InlineData("/orders/17/items/3", "/orders/{id}/items/{item}", "id=17,item=3")]
    [InlineData("/files/a/b.pdf", "/files/{*rest}", "rest=a/b.pdf")]
    [InlineData("/公文/云办发", "/公文/{name}", "name=云办发")]
    public void The_template_that_fits_best_is_found(string path, string template, string values)
    {
        var matcher = new HttpRouteMatcher(["/files/{*rest}", "/orders/{id?}", "/orders/{id:int}", "/orders/latest", "/orders/{id}/items/{item}", "/hello", "/公文/{name}"]);

        var match = matcher.Match(path);

        Assert.Equal((template, values), (match?.Template, string.Join(',', match!.Values.Select(value => $"{value.Key}={value.Value}"))));
    }

    [Theory]
    [InlineData("/none")]
    [InlineData("/orders/17/18")]
    [InlineData("/orders//items/3")]
    public void A_path_that_no_template_fits_has_no_match(string path) =>
        Assert.Null(new HttpRouteMatcher(["/orders/{id}", "/orders/{id}/items/{item}", "/{broken"]).Match(path));

    [Theory]
    [InlineData("", "没有填写路径")]
    [InlineData("orders/{id", "无法识别")]
    [InlineData("orders//x", "空的一段")]
    [InlineData("orders/no-{id}", "无法识别")]
    [InlineData("//orders", "空的一段")]
    [InlineData("orders/../admin", "“..”不能作为")]
    [InlineData("./orders", "“.”不能作为")]
    [InlineData("orders/a\u0007b", "不能作为")]
    [InlineData("orders/a b", "不能作为")]
    [InlineData("orders\\x", "不能作为")]
    [InlineData("orders?id=1", "不能作为")]
    [InlineData("orders/%2e%2e", "不能作为")]
    [InlineData("{*all}/x", "最后一段")]
    [InlineData("{a?}/x", "最后一段")]
    [InlineData("{a}/{A}", "重复")]
    [InlineData("{a:regex}", "只能限为")]
    [InlineData("{}", "无法识别")]
    public void A_template_that_can_not_be_read_says_why(string template, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => HttpRoute.Parse(template)).Message, StringComparison.Ordinal);

    [Fact]
    public void Parameters_of_other_names_match_the_same_paths() => Assert.Equal(HttpRoute.Parse("orders/{id}").Shape, HttpRoute.Parse("/Orders/{number}/").Shape);

    [Fact]
    public void The_method_is_part_of_the_hash_and_its_case_is_not()
    {
        Assert.Equal(HttpRouteMatcher.HashOf("/hello", "get"), HttpRouteMatcher.HashOf("/hello", "GET"));
        Assert.NotEqual(HttpRouteMatcher.HashOf("/hello", "GET"), HttpRouteMatcher.HashOf("/hello", "POST"));
    }
}
