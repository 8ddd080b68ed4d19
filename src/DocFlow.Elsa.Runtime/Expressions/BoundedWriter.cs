using System.Globalization;

namespace DocFlow.Elsa.Runtime.Expressions;

/// <summary>Refuses to grow beyond a length.</summary>
internal sealed class BoundedWriter(int longest) : StringWriter(CultureInfo.InvariantCulture)
{
    public override void Write(char value)
    {
        Check(1);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Check(count);
        base.Write(buffer, index, count);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Check(buffer.Length);
        base.Write(buffer);
    }

    public override void Write(string? value)
    {
        Check(value?.Length ?? 0);
        base.Write(value);
    }

    private void Check(int added)
    {
        if (GetStringBuilder().Length + (long)added > longest)
            throw new InvalidOperationException($"模板输出超过{longest}个字符。");
    }
}
