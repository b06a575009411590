using Portal.Web.Data.Entities;

namespace Portal.Web.Features.Shared.Cases;

/// <summary>The files of one entry, as its page lists them.</summary>
/// <param name="Address">Where one is downloaded, by its id.</param>
public sealed record AttachedFiles(IEnumerable<StoredFile> Files, Func<Guid, string> Address);
