using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>
/// Everything above the text: head, title and 主送. The distances down to the 主送 are those of GB/T 33476.2, glyph to glyph; from
/// there rows follow each other.
/// </summary>
internal sealed class OpeningComposer(Composition composition, bool recipientsInImprint)
{
    public void Compose()
    {
        var document = composition.Document;
        if (document.Format == PageFormat.Order)
        {
            composition.Flow.MoveTo(OrderHeadComposer.Compose(composition) + LayoutProfile.TwoLines);
            return;
        }

        var headBottom = document.Format == PageFormat.Letter ? LetterHeadComposer.Compose(composition) : new HeadComposer(composition).Compose();
        var titleBottom = TitleComposer.Compose(composition, composition.Flow.Current, LineRole.Title, document.Title, headBottom + LayoutProfile.TwoLines);
        composition.Flow.MoveTo(CaptionComposer.Compose(composition, titleBottom) + LayoutProfile.OneLine);
        if (!document.Recipients.IsEmpty && !recipientsInImprint)
            ComposeRecipients(document.Recipients.Text);
    }

    private void ComposeRecipients(string text)
    {
        var rows = composition.Break(text.EndsWith('：') ? text : text + "：", FontRole.FangSong, LayoutProfile.TypeAreaWidth, LayoutProfile.TypeAreaWidth);
        composition.Flow.Place([.. rows.Select(row => composition.Row(LineRole.Recipients, LayoutProfile.Left, row))]);
    }
}
