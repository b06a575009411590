namespace Portal.Web.Data.Entities;

public enum StoredFileState
{
    /// <summary>Announced; its content is not whole yet, and nobody sees it.</summary>
    Receiving,

    /// <summary>Whole, but no scanner has looked at it: it is named and not handed out (FI-07).</summary>
    Checking,
    Clean,

    /// <summary>Its name is left, its content is gone.</summary>
    Refused,

    /// <summary>Nobody sees it any more; its content goes first, the row last.</summary>
    Leaving,
}
