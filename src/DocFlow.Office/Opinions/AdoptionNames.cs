namespace DocFlow.Office.Opinions;

/// <summary>The answers to opinions in words.</summary>
public static class AdoptionNames
{
    public static string Of(Adoption adoption) => adoption switch
    {
        Adoption.Adopted => "采纳",
        Adoption.Partly => "部分采纳",
        _ => "不采纳",
    };
}
