using System.Text;

namespace DocFlow.Documents.Source;

/// <summary>Writes front matter back as YAML; every value is quoted, so none can change the structure.</summary>
internal static class YamlWriter
{
    public static string Write(MapNode map)
    {
        var yaml = new StringBuilder();
        WriteMap(yaml, map, 0);
        return yaml.ToString();
    }

    private static void WriteMap(StringBuilder yaml, MapNode map, int indent)
    {
        foreach (var (key, _, value) in map.Entries)
        {
            yaml.Append(' ', indent).Append(key).Append(':');
            WriteValue(yaml, value, indent);
        }
    }

    private static void WriteValue(StringBuilder yaml, SourceNode value, int indent)
    {
        switch (value)
        {
            case ScalarNode scalar:
                yaml.Append(' ').Append(Quote(scalar.Text)).Append('\n');
                break;
            case ListNode { Items.Count: 0 }:
                yaml.Append(" []\n");
                break;
            case ListNode list:
                yaml.Append('\n');
                foreach (var item in list.Items)
                    WriteItem(yaml, item, indent + 2);
                break;
            case MapNode map:
                yaml.Append('\n');
                WriteMap(yaml, map, indent + 2);
                break;
        }
    }

    private static void WriteItem(StringBuilder yaml, SourceNode item, int indent)
    {
        yaml.Append(' ', indent).Append('-');
        if (item is MapNode map)
        {
            var nested = new StringBuilder();
            WriteMap(nested, map, indent + 2);
            yaml.Append(' ').Append(nested.ToString().TrimStart(' '));
            return;
        }

        WriteValue(yaml, item, indent);
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            quoted.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ => character.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
