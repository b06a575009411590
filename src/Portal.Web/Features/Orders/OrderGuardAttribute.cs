using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Orders;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Orders;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Orders;

/// <summary>One application with its lines, and who looks at it; not tracked.</summary>
public sealed record OrderTarget(RentalOrder Order, OrderReader Reader)
{
    public string Path => OrderPaths.Show(Order.Named);
}

/// <summary>
/// The application that the address names. Numbers can be guessed, so nothing is given for knowing one: another login
/// ID's is answered like one that does not exist (AZ-22). The action gets an <see cref="OrderTarget"/>.
/// </summary>
public sealed class OrderGuardAttribute : GuardAttribute<OrderGuard>;

public sealed class OrderGuard(PortalDbContext db, CurrentSession session, AuditLog audit) : Guard
{
    protected override async Task<IActionResult?> RefuseAsync(ActionExecutingContext context)
    {
        var named = Named(context, "number");
        if (OrderReader.Of(session.User) is not { } reader || OrderNumber.Read(named) is not { } number
            || await reader.Orders(db).AsNoTracking().Include(row => row.Lines.OrderBy(line => line.Position))
                .SingleOrDefaultAsync(row => row.Kind == number.Kind && row.Number == number.Number) is not { } order)
        {
            audit.Record(AuditKinds.ForeignIdRequested, new AuditSubject(null, named, null));
            return new NotFoundResult();
        }

        Hand(context, new OrderTarget(order, reader));
        return null;
    }
}
