using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Tests.Running;
using Elsa.Workflows;
using static DocFlow.Elsa.Runtime.Tests.Running.Build;

namespace DocFlow.Elsa.Runtime.Tests.Expressions;

/// <summary>Scripts, templates and loops that don't end or ask for too much: each ends with a clear incident, and quickly.</summary>
public sealed class HostileTests
{
    [Theory]
    [InlineData("while (true) {}", "语句")]
    [InlineData("for (;;) ;", "语句")]
    [InlineData("function f() { f() } f()", "递归")]
    [InlineData("const a = []; while (true) a.push('x'.repeat(100000))", "内存")]
    [InlineData("let s = 'x'; while (true) s += s; s.length", "内存")]
    [InlineData("'x'.repeat(2 ** 30).length", "")]
    [InlineData("new Array(2 ** 31).fill(1).length", "")]
    [InlineData("/(a+)+$/.test('a'.repeat(60) + 'b')", "")]
    [InlineData("JSON.stringify(Array.from({length: 1e9}))", "")]
    [InlineData("Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)", "")]
    [InlineData("1 / 0", "有限")]
    [InlineData("NaN", "有限")]
    [InlineData("({a: [1, -Infinity]})", "有限")]
    [InlineData("let a = 1; for (let i = 0; i < 100; i++) a = [a]; a", "嵌套")]
    [InlineData("let a = {}; for (let i = 0; i < 40000; i++) a = {a}; a", "嵌套")]
    [InlineData("const a = {}; a.a = a; a", "嵌套")]
    [InlineData("let a = 1; for (let i = 0; i < 40; i++) a = [a, a]; a", "过大")]
    [InlineData("JSON.parse('['.repeat(40000) + ']'.repeat(40000))", "depth")]
    [InlineData("let a = []; for (let i = 0; i < 40000; i++) a = [a]; JSON.stringify(a).length", "嵌套超过500层")]
    [InlineData("let a = {}; for (let i = 0; i < 40000; i++) a = {a, b: [a]}; globalThis['JS' + 'ON']['stringify'](a).length", "嵌套超过500层")]
    [InlineData("let a = []; for (let i = 0; i < 40000; i++) a = [a]; String(a).length", "层")]
    [InlineData("let a = []; for (let i = 0; i < 40000; i++) a = [a]; `${a}`.length", "层")]
    [InlineData("let a = []; for (let i = 0; i < 40000; i++) a = [a]; a.toLocaleString().length", "层")]
    public async Task A_script_that_does_not_end_faults_its_activity(string script, string reason)
    {
        var bench = await Bench.Of(Line("a", script)).StartAsync();

        var incident = Assert.Single(bench.State.Incidents);
        Assert.Equal((WorkflowSubStatus.Faulted, "a"), (bench.SubStatus, incident.ActivityId));
        Assert.Contains(reason, incident.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("JSON.stringify({ a: [1, { b: 'x' }] })", "{\"a\":[1,{\"b\":\"x\"}]}")]
    [InlineData("JSON.stringify({ a: 1, b: 2 }, ['b'])", "{\"b\":2}")]
    [InlineData("JSON.stringify(undefined) === undefined", "True")]
    [InlineData("const s = [1]; JSON.stringify([s, s, [s]])", "[[1],[1],[[1]]]")]
    [InlineData("[1, [2, [3, null]]].join('-')", "1-2,3,")]
    [InlineData("String([[1, 2], [3]])", "1,2,3")]
    [InlineData("let a = 1; for (let i = 0; i < 400; i++) a = [a]; JSON.stringify(a).length", "801")]
    [InlineData("const a = {}; a.a = a; try { JSON.stringify(a) } catch (e) { e instanceof TypeError }", "True")]
    [InlineData("JSON.stringify.name + JSON.stringify.length + [].join.name + [].join.length", "stringify3join1")]
    public async Task What_nests_within_reason_is_written_as_ever(string script, string line) =>
        Assert.Equal(line, (await Bench.Of(Line("a", script)).StartAsync()).Lines);

    // A stack that ends takes the process along, and with it all these tests.
    [Theory]
    [InlineData("let a = []; for (let i = 0; i < 40000; i++) a = [a]; String(a).length")]
    [InlineData("let a = {}; for (let i = 0; i < 40000; i++) a = {a}; JSON.stringify(a).length")]
    [InlineData("let a = []; for (let i = 0; i < 40000; i++) a = [a]; a.flat(Infinity).length")]
    [InlineData("String(Array(300000).fill(0).reduce(a => [a], 1)).length")]
    [InlineData("String(Array(300000).fill(0).reduce(Array.of, 1)).length")]
    [InlineData("let p = {}; for (let i = 0; i < 40000; i++) p = new Proxy(p, {}); p.x")]
    [InlineData("let p = {}; for (let i = 0; i < 40000; i++) p = Object.create(p); p.x")]
    [InlineData("let f = () => 1; for (let i = 0; i < 40000; i++) f = f.bind(null); f()")]
    public async Task A_script_that_nests_deep_takes_nothing_along(string script)
    {
        var bench = await Bench.Of(Line("a", script)).StartAsync();

        Assert.Contains(bench.SubStatus, new[] { WorkflowSubStatus.Finished, WorkflowSubStatus.Faulted });
    }

    [Theory]
    [InlineData("{{ ", "a[", "1", "]", " }}", 20000)]
    [InlineData("", "{% if a %}", "x", "{% endif %}", "", 3000)]
    [InlineData("{% if ", "a and ", "a", "", " %}x{% endif %}", 10000)]
    public async Task A_template_that_nests_deep_takes_nothing_along(string before, string open, string inside, string close, string after, int times)
    {
        var template = before + string.Concat(Enumerable.Repeat(open, times)) + inside + string.Concat(Enumerable.Repeat(close, times)) + after;

        var bench = await Bench.Of(Activity("WriteLine", "a", ("text", Liquid(template)))).StartAsync();

        Assert.Contains(bench.SubStatus, new[] { WorkflowSubStatus.Finished, WorkflowSubStatus.Faulted });
        Assert.Null(Record.Exception(() => DocFlow.Elsa.Runtime.Definitions.Checks.ExpressionSyntax.ErrorIn("Liquid", template)));
    }

    [Theory]
    [InlineData("System.IO.File.ReadAllText('/etc/passwd')")]
    [InlineData("importNamespace('System.IO').File.ReadAllText('/etc/passwd')")]
    [InlineData("getV().GetType().Assembly.FullName")]
    [InlineData("variables.V.constructor.constructor('return process')().exit()")]
    [InlineData("getVariable.GetType()")]
    [InlineData("require('fs')")]
    public async Task A_script_cannot_reach_dotnet(string script)
    {
        var bench = await Bench.Of(Sequence("s", Set("i", "V", Script("({a: 1})")), Line("a", script)), Variable("V")).StartAsync();

        Assert.Equal(WorkflowSubStatus.Faulted, bench.SubStatus);
        Assert.Equal("", bench.Lines);
    }

    [Theory]
    [InlineData("{% for i in (1..100000000) %}x{% endfor %}")]
    [InlineData("{{ (1..100000000) | size }}")]
    [InlineData("{% for i in (1..90000) %}{% for j in (1..90000) %}{% endfor %}{% endfor %}")]
    [InlineData("{% assign a = 'xxxxxxxxxx' %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}{{ a }}")]
    [InlineData("{% assign a = 'x' %}{% for i in (1..60) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}{{ a }}")]
    [InlineData("{% assign a = 'x' %}{% for i in (1..60) %}{% assign a = a | replace: 'x', 'xx' %}{% endfor %}{{ a }}")]
    public async Task A_template_that_grows_without_end_faults_its_activity(string template)
    {
        var bench = await Bench.Of(Activity("WriteLine", "a", ("text", Liquid(template)))).StartAsync();

        Assert.Equal((WorkflowSubStatus.Faulted, "a"), (bench.SubStatus, Assert.Single(bench.State.Incidents).ActivityId));
    }

    [Fact]
    public async Task An_endless_while_is_stopped_with_an_incident_that_says_where() =>
        AssertStopped(await new Bench(Definition(Activity("While", "w", ("condition", Literal(true)), ("body", Line("a")))), Few).StartAsync());

    [Fact]
    public async Task An_endless_circle_of_connections_is_stopped_with_an_incident_that_says_where() =>
        AssertStopped(await new Bench(Definition(Flowchart("f", [Line("a"), Line("b")], "a->b", "b->a")), Few).StartAsync());

    [Fact]
    public async Task A_burst_of_many_slow_steps_is_stopped_by_its_time()
    {
        var bench = new Bench(Definition(Activity("While", "w", ("condition", Literal(true)), ("body", Line("a")))), new EngineLimits { LongestBurst = TimeSpan.FromMinutes(2) });
        bench.Time.AutoAdvanceAmount = TimeSpan.FromSeconds(1);

        await bench.StartAsync();

        Assert.Equal(WorkflowSubStatus.Faulted, bench.SubStatus);
        Assert.Contains("超过120秒", Assert.Single(bench.State.Incidents).Message, StringComparison.Ordinal);
    }

    private static EngineLimits Few => new() { MostSteps = 500 };

    private static void AssertStopped(Bench bench)
    {
        Assert.Equal(WorkflowSubStatus.Faulted, bench.SubStatus);
        Assert.Contains("超过500步", Assert.Single(bench.State.Incidents).Message, StringComparison.Ordinal);
    }
}
