using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Orders;
using Portal.Web.Domain.Orders.Catalogue;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Orders.Shop;

/// <summary>One item that is offered, and who looks at it.</summary>
public sealed record ItemTarget(PricedItem Priced, OrderReader Reader);

/// <summary>The item that the address names, where it is offered.</summary>
public sealed class ItemGuardAttribute : GuardAttribute<ItemGuard>;

public sealed class ItemGuard(RentalCatalogue catalogue, CurrentSession session) : Guard
{
    protected override async Task<IActionResult?> RefuseAsync(ActionExecutingContext context)
    {
        if (OrderReader.Of(session.User) is not { } reader || await catalogue.FindAsync(Named(context, "code")) is not { } priced)
        {
            return new NotFoundResult();
        }

        Hand(context, new ItemTarget(priced, reader));
        return null;
    }
}
