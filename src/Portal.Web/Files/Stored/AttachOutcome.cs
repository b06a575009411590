namespace Portal.Web.Files.Stored;

public enum AttachOutcome
{
    Attached,

    /// <summary>
    /// One of them is not the sender's, was taken by something else, refused or removed; nothing was attached.
    /// </summary>
    Unknown,

    /// <summary>The owner would have more than it may; nothing was attached.</summary>
    TooMany,
}
