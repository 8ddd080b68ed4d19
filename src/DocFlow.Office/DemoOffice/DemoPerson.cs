using DocFlow.Office.People;

namespace DocFlow.Office.DemoOffice;

/// <summary>A person of the demo office in one post; a person with two posts has two rows.</summary>
internal sealed record DemoPerson(string Login, string Name, string Unit, string Post, PostDuties Duties = PostDuties.None, bool IsActing = false);
