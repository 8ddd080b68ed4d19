namespace DocFlow.Documents.Source;

/// <summary>Why a source can't be read.</summary>
/// <param name="Line">The line in the file, from 1; 0 when it concerns the whole.</param>
/// <param name="Message">What is wrong and how to mend it, in Chinese.</param>
public sealed record SourceProblem(int Line, string Message)
{
    public override string ToString() => Line > 0 ? $"第{Line}行：{Message}" : Message;
}
