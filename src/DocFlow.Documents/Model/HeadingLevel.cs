namespace DocFlow.Documents.Model;

/// <summary>The level that a paragraph's marker gives it, GB/T 9704 7.3.3.</summary>
public enum HeadingLevel
{
    /// <summary>No marker: running text.</summary>
    None = 0,

    /// <summary>一、 in 黑体.</summary>
    First = 1,

    /// <summary>（一） in 楷体.</summary>
    Second = 2,

    /// <summary>1. in 仿宋.</summary>
    Third = 3,

    /// <summary>（1） in 仿宋.</summary>
    Fourth = 4,
}
