using DocFlow.Office.People;

namespace DocFlow.Office.Procedures;

/// <summary>Who is meant by 单位/岗位, 单位/* (everybody of a unit) and 全体.</summary>
public static class Audience
{
    /// <summary>Everybody who holds a post.</summary>
    public const string Everybody = "全体";

    private const string AnyPost = "*";

    internal static List<string> Read(DeclaredObject declaration, string name)
    {
        var words = declaration.Texts(name);
        foreach (var (word, path) in words.Where(item => item.Value != Everybody && item.Value.Split('/') is not [{ Length: > 0 }, { Length: > 0 }]))
            declaration.Problems.Add(new ProcedureProblem(path, $"“{word}”无法识别，请写成“单位/岗位”“单位/*”或“{Everybody}”。"));
        return [.. words.Select(item => item.Value)];
    }

    internal static bool Includes(IReadOnlyList<string> words, IEnumerable<Post> posts) =>
        posts.Any(post => words.Any(word => word == Everybody || word == $"{post.Unit!.Name}/{post.Name}" || word == $"{post.Unit!.Name}/{AnyPost}"));
}
