using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Domain.Orders.Moves;

namespace Portal.Web.Features.Orders.Answers;

/// <summary>Does what the back office answers, inside its tenant.</summary>
public sealed class OrderAnswers(PortalDbContext db, OrderMoves moves)
{
    /// <returns>Null for an application that there is not.</returns>
    public async Task<OrderOutcome?> ApplyAsync(OrderAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var (kind, number) = (answer.Number.Kind, answer.Number.Number);
        return await db.RentalOrders.Where(row => row.Kind == kind && row.Number == number).Select(row => (Guid?)row.Id)
            .SingleOrDefaultAsync() is { } id
                ? await moves.MoveAsync(id, answer.Move, answer.Reason)
                : null;
    }
}
