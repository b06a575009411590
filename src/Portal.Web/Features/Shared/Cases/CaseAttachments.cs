using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Shared.Files;
using Portal.Web.Files.Stored;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Shared.Cases;

/// <summary>
/// Files of what is said about a case. They belong to the entry that they came with, so that those of an internal note
/// are seen by nobody else (CASE-4, AZ-16). Each is called inside the case's tenant.
/// </summary>
public sealed class CaseAttachments(StoredFiles files, FileFields fields, CurrentSession session, CurrentTenant tenant,
    IStringLocalizer<CaseSharedText> text)
{
    public const string Purpose = "case";

    public static FileOwner OwnerOf(Guid entryId) => new(Purpose, entryId);

    /// <param name="ids">What the form brought, where it is shown once more.</param>
    /// <param name="site">The tenant, for the staff.</param>
    public Task<FilesField> FieldAsync(IReadOnlyList<Guid>? ids = null, string? site = null) => fields.OfAsync(Purpose, ids, site);

    /// <summary>Whether what the form names is still there to be attached; if not, it is said at the field.</summary>
    public async Task<bool> AreThereAsync(string field, IReadOnlyList<Guid>? ids, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var asked = (ids ?? []).Distinct().ToArray();
        if (asked.Length > tenant.Value.Profile.Files.Most)
        {
            state.AddModelError(field, text["Files.TooMany"]);
        }
        else if ((await files.WaitingAsync(session.UserId, asked)).Count < asked.Length)
        {
            state.AddModelError(field, text["Files.NotThere"]);
        }

        return state.IsValid;
    }

    /// <returns>False where one was taken meanwhile, or there are too many: what was said is not kept then.</returns>
    public async Task<bool> AttachAsync(CaseEntry entry, string field, IReadOnlyList<Guid>? ids, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(state);
        var outcome = await files.AttachAsync(OwnerOf(entry.Id), session.UserId, ids);
        if (outcome != AttachOutcome.Attached)
        {
            state.AddModelError(field, text[outcome == AttachOutcome.TooMany ? "Files.TooMany" : "Files.NotThere"]);
            return false;
        }

        entry.FileCount = (ids ?? []).Distinct().Count();
        return true;
    }

    /// <summary>By entry; costs nothing where there are none.</summary>
    public Task<ILookup<Guid, StoredFile>> OfAsync(IEnumerable<CaseEntry> entries) =>
        files.OfAsync(Purpose, [.. entries.Where(entry => entry.FileCount > 0).Select(entry => entry.Id)]);
}
