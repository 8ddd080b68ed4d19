using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DocFlow.Documents.Source;

/// <summary>
/// Parses the YAML between the two “---” lines into plain nodes. Anchors, aliases, tags and deep nesting are refused: a source has
/// no use for them, and they are how YAML is made to explode.
/// </summary>
internal static class FrontMatter
{
    private const int DeepestNesting = 4;

    /// <param name="firstLine">The file's line that the YAML's first line is.</param>
    /// <returns>The top mapping, or null after adding a problem.</returns>
    public static MapNode? Parse(string yaml, int firstLine, List<SourceProblem> problems)
    {
        try
        {
            var parser = new Parser(new StringReader(yaml));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
                return new MapNode(firstLine, []);
            parser.Consume<DocumentStart>();
            var node = Read(parser, firstLine - 1, 0);
            parser.Consume<DocumentEnd>();
            if (parser.Accept<StreamEnd>(out _) && node is MapNode map)
                return map;
            problems.Add(new SourceProblem(firstLine, "文头应是“要素: 值”的各行。"));
        }
        catch (SourceRefusedException refused)
        {
            problems.Add(new SourceProblem(refused.Line, refused.Message));
        }
        catch (YamlException exception)
        {
            problems.Add(new SourceProblem((int)exception.Start.Line + firstLine - 1, "文头写法有误，请检查冒号、引号、方括号和缩进（“: ”后应有空格，含冒号或井号的值应加引号）。"));
        }

        return null;
    }

    private static SourceNode Read(Parser parser, int offset, int depth)
    {
        if (depth > DeepestNesting)
            throw new SourceRefusedException(LineOf(parser, offset), "文头嵌套过深。");
        if (parser.Current is AnchorAlias)
            throw new SourceRefusedException(LineOf(parser, offset), "文头不支持 YAML 的引用（*），请直接写出值；以 * 开头的值应加引号。");
        if (parser.Current is NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
            throw new SourceRefusedException(LineOf(parser, offset), "文头不支持 YAML 的锚点（&）和标签（!），请直接写出值；以这些符号开头的值应加引号。");

        var line = LineOf(parser, offset);
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            // Escapes in quotes can write what the text itself may not hold.
            return DocumentSource.ControlCharacter().IsMatch(scalar.Value)
                ? throw new SourceRefusedException(line, "含有看不见的控制字符（用“\\x”“\\u”等转义写出），请删去后重试。")
                : new ScalarNode(line, scalar.Value);
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<SourceNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(Read(parser, offset, depth + 1));
            return new ListNode(line, items);
        }

        parser.Consume<MappingStart>();
        var entries = new List<(string, int, SourceNode)>();
        var keys = new HashSet<string>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var keyLine = LineOf(parser, offset);
            if (!parser.TryConsume<Scalar>(out var key))
                throw new SourceRefusedException(keyLine, "要素名称应是文字。");
            if (!keys.Add(key.Value))
                throw new SourceRefusedException(keyLine, $"要素“{key.Value}”写了两次，请删去一个。");
            entries.Add((key.Value, keyLine, Read(parser, offset, depth + 1)));
        }

        return new MapNode(line, entries);
    }

    private static int LineOf(Parser parser, int offset) => (int)(parser.Current?.Start.Line ?? 1) + offset;

    private sealed class SourceRefusedException(int line, string message) : Exception(message)
    {
        public int Line { get; } = line;
    }
}
