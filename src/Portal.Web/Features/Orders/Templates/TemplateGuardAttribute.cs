using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Orders;
using Portal.Web.Domain.Orders.Addresses;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Orders.Templates;

/// <summary>One template, and who looks at it; not tracked.</summary>
public sealed record TemplateTarget(DeliveryTemplate Row, OrderReader Reader);

/// <summary>
/// The template that the address names; another login ID's is answered like one that does not exist (AZ-03).
/// </summary>
public sealed class TemplateGuardAttribute : GuardAttribute<TemplateGuard>;

public sealed class TemplateGuard(DeliveryTemplates templates, CurrentSession session, AuditLog audit) : Guard
{
    protected override async Task<IActionResult?> RefuseAsync(ActionExecutingContext context)
    {
        var named = Named(context, "id");
        if (OrderReader.Of(session.User) is not { } reader || !Guid.TryParse(named, out var id)
            || await templates.Of(reader).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id) is not { } row)
        {
            audit.Record(AuditKinds.ForeignIdRequested, new AuditSubject(null, named, null));
            return new NotFoundResult();
        }

        Hand(context, new TemplateTarget(row, reader));
        return null;
    }
}
