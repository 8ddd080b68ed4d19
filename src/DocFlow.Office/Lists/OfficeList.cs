namespace DocFlow.Office.Lists;

/// <summary>A list (清单) that fields choose from, kept by the office itself.</summary>
/// <param name="Editors">Who may change it: 单位/岗位, 单位/*.</param>
/// <param name="Items">In their order; what was chosen from an earlier list stays as it was.</param>
public sealed record OfficeList(string Title, IReadOnlyList<string> Editors, IReadOnlyList<string> Items);

/// <summary>A list with what the reader may do.</summary>
public sealed record ListView(string Name, string Title, IReadOnlyList<string> Items, bool MayEdit);
