using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Shared.Files;
using Portal.Web.Files.Stored;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Shared.WorkRequests;

/// <summary>
/// Files of work requests: whoever sees the request sees them. Each is called inside the request's tenant.
/// </summary>
public sealed class WorkAttachments(StoredFiles files, FileFields fields, CurrentSession session, IStringLocalizer<WorkSharedText> text)
{
    public const string Purpose = "work";

    public static FileOwner OwnerOf(WorkRequest row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new FileOwner(Purpose, row.Id);
    }

    /// <param name="ids">What the form brought, where it is shown once more.</param>
    public Task<FilesField> FieldAsync(IReadOnlyList<Guid>? ids = null) => fields.OfAsync(Purpose, ids);

    /// <summary>Whether what the form names is still there to be attached; if not, it is said at the field.</summary>
    public async Task AreThereAsync(string field, IReadOnlyList<Guid>? ids, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var asked = (ids ?? []).Distinct().ToArray();
        if ((await files.WaitingAsync(session.UserId, asked)).Count < asked.Length)
        {
            state.AddModelError(field, text["Files.NotThere"]);
        }
    }

    /// <returns>False where one was taken meanwhile, or there are too many: the request is not kept then.</returns>
    public async Task<bool> AttachAsync(WorkRequest row, string field, IReadOnlyList<Guid>? ids, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(state);
        var outcome = await files.AttachAsync(OwnerOf(row), session.UserId, ids);
        if (outcome != AttachOutcome.Attached)
        {
            state.AddModelError(field, text[outcome == AttachOutcome.TooMany ? "Files.TooMany" : "Files.NotThere"]);
            return false;
        }

        row.FileCount = (ids ?? []).Distinct().Count();
        return true;
    }

    /// <summary>Costs nothing where there are none.</summary>
    public async Task<IReadOnlyList<StoredFile>> OfAsync(WorkRequest row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.FileCount == 0 ? [] : await files.OfAsync(OwnerOf(row));
    }
}
