using Portal.Rules.Files;

namespace Portal.Web.Files.Stored;

/// <summary>What became of a file that was sent.</summary>
/// <param name="Id">Under which it is kept; null where it is not.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Refusal">Why it is not kept.</param>
public sealed record FileReceipt(Guid? Id, string Name, long Size, FileRefusal? Refusal)
{
    /// <summary>It is kept, and cannot be downloaded before a scanner has looked at it.</summary>
    public bool IsWaiting { get; init; }
}
