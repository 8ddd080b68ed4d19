namespace DocFlow.Documents.Model;

/// <summary>The signer's full post (职务) and name (姓名), with a signature stamp (7.3.5.3).</summary>
public sealed record PersonalSignature(string Post, string Name);
