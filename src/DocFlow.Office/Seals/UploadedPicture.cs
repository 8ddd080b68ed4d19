using DocFlow.Documents.Checking;
using DocFlow.Documents.Seals;

namespace DocFlow.Office.Seals;

/// <summary>A picture of a seal or of somebody's hand, as a person sent it.</summary>
internal static class UploadedPicture
{
    /// <param name="noun">What it is called in messages.</param>
    /// <exception cref="RefusalException">Not a PNG, too large, broken, or without transparency.</exception>
    public static SealPictureFile Read(byte[] content, string noun)
    {
        try
        {
            return SealPictureFile.Read(content, noun);
        }
        catch (UnreadableFileException exception)
        {
            throw RefusalException.Invalid(exception.Message);
        }
    }
}
