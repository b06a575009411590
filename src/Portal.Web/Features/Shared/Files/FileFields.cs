using Portal.Rules.Files;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Files.Stored;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Shared.Files;

/// <summary>What a field of files needs to be drawn, also when its form comes back with errors.</summary>
public sealed class FileFields(StoredFiles files, FileWords words, CurrentSession session, CurrentTenant tenant)
{
    /// <param name="purpose">As the action's <see cref="TakesFilesAttribute"/> says.</param>
    /// <param name="ids">What the form bound: of these, those are shown that are still there and the sender's
    /// own.</param>
    /// <param name="site">The tenant that the staff sends them to, while it is in there.</param>
    public async Task<FilesField> OfAsync(string purpose, IReadOnlyCollection<Guid>? ids = null, string? site = null)
    {
        var limits = tenant.Value.Profile.Files.Limits();
        var kept = session.IsSignedIn ? await files.WaitingAsync(session.UserId, ids ?? []) : [];
        return new FilesField(
            purpose,
            [.. kept.Select(file => new KeptFile(file.Id, file.Name, FileWords.Size(file.Size)))],
            FileKinds.Endings(limits.Kinds),
            limits.MostFiles,
            limits.LargestFile,
            words.Limits(),
            words.Say(FileRefusal.TooLarge, "{0}"))
        { Site = site };
    }
}
