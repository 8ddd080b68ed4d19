using DocFlow.Documents.Model;

namespace DocFlow.Documents.Typesetting;

/// <summary>Gives the pictures of the seals that a document has been sealed with. Without one only their places are kept.</summary>
public interface ISealSource
{
    /// <summary>The seal of an organ; null when it hasn't sealed.</summary>
    SealImage? SealOf(string organ);

    /// <summary>A signer's stamp; null when it isn't set.</summary>
    SealImage? StampOf(PersonalSignature signature);
}
