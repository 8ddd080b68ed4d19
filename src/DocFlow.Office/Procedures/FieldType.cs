namespace DocFlow.Office.Procedures;

/// <summary>What a field holds. The names in lower case are those of the declaration.</summary>
public enum FieldType
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    LongText,

    /// <summary>A day: yyyy-MM-dd.</summary>
    Date,

    /// <summary>An hour of a day: HH:mm.</summary>
    Time,

    Number,

    /// <summary>One of the options.</summary>
    Choice,

    Person,

    Unit,

    File,

    /// <summary>Rows with columns of their own: <see cref="TableRows"/>.</summary>
    Table,
}
