using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.Cases.Filters;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Cases.Filters;

/// <summary>A saved filter, and who changes it.</summary>
public sealed record SavedFilterTarget(SavedCaseFilter Row, CaseReader Reader);

/// <summary>
/// The saved filter that the address names, for its owner or a manager. One that is not shared with the reader is
/// answered like one that does not exist (EN-12).
/// </summary>
public sealed class SavedFilterGuardAttribute : GuardAttribute<SavedFilterGuard>;

public sealed class SavedFilterGuard(SavedFilters saved, CurrentSession session, AuditLog audit) : Guard
{
    protected override async Task<IActionResult?> RefuseAsync(ActionExecutingContext context)
    {
        var named = Named(context, "id");
        var reader = CaseReader.Of(session.User);
        var row = reader is not null && Guid.TryParse(named, out var id)
            ? await saved.SeenBy(reader).AsNoTracking().SingleOrDefaultAsync(each => each.Id == id)
            : null;
        if (reader is null || row is null)
        {
            audit.Record(AuditKinds.ForeignIdRequested, new AuditSubject(null, named, null));
            return new NotFoundResult();
        }

        if (!SavedFilters.MayChange(reader, row))
        {
            return new StatusCodeResult(StatusCodes.Status403Forbidden);
        }

        Hand(context, new SavedFilterTarget(row, reader));
        return null;
    }
}
