namespace Portal.Web.Files.Stored;

/// <summary>A file that comes in.</summary>
/// <param name="From">Who sends it.</param>
/// <param name="Purpose">For what kind of owner.</param>
/// <param name="FormId">The form it comes with: sent twice, it is there once (FI-11).</param>
/// <param name="Name">As the browser says.</param>
public sealed record FileArrival(FileUploader From, string Purpose, Guid FormId, string Name);
