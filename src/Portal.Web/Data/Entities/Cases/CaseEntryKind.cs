namespace Portal.Web.Data.Entities;

/// <summary>What an entry of a case's timeline is.</summary>
public enum CaseEntryKind
{
    /// <summary>Said to the other side; may have moved the case as well.</summary>
    Comment,

    /// <summary>The provider's own, which no customer ever sees.</summary>
    Note,

    /// <summary>The case moved; a reason may stand beside it.</summary>
    StatusChange,

    /// <summary>A member of the staff took it or was given it; the provider's own.</summary>
    Assignment,

    /// <summary>The staff said how pressing it is; the provider's own.</summary>
    Prioritised,
}
