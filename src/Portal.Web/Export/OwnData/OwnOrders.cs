using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Export.OwnData;

/// <summary>
/// What a login ID rents, as part of the data of each of its people: all of them see the same applications and delivery
/// templates, while the basket is one's own (PROF-3, ORDER-6).
/// </summary>
internal static class OwnOrders
{
    public static async Task WriteAsync(Utf8JsonWriter json, PortalDbContext db, PortalUser user, JsonSerializerOptions format,
        CancellationToken cancellationToken)
    {
        Write("orders", user.ContractId is { } contract ? await OrdersAsync(db, contract, cancellationToken) : []);
        Write("basket", await db.BasketLines.Where(row => row.UserId == user.Id).OrderBy(row => row.AddedAt)
            .ThenBy(row => row.Item!.Code).Select(row => new { row.Item!.Code, row.Item.Name, row.Quantity, row.AddedAt })
            .ToListAsync(cancellationToken));
        Write("deliveryTemplates", await db.DeliveryTemplates.Where(row => row.ContractId == user.ContractId)
            .OrderBy(row => row.Position).Select(row => new { row.Name, row.Address, row.ChangedAt, row.ChangedBy })
            .ToListAsync(cancellationToken));

        void Write(string name, object value)
        {
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, value, format);
        }
    }

    private static async Task<object[]> OrdersAsync(PortalDbContext db, Guid contract, CancellationToken cancellationToken)
    {
        var rows = await db.RentalOrders.AsNoTracking().Where(row => row.ContractId == contract).OrderBy(row => row.CreatedAt)
            .ThenBy(row => row.Id).Include(row => row.Lines.OrderBy(line => line.Position)).ToListAsync(cancellationToken);
        return [.. rows.Select(Order)];
    }

    private static object Order(RentalOrder row) => new
    {
        Number = row.Named.ToString(),
        row.Kind,
        row.Status,
        row.AuthorName,
        row.CreatedAt,
        row.DecidedAt,
        row.Reason,
        row.ArrangedAt,
        row.StartsOn,
        row.Months,
        row.ReturnsOn,
        row.ValidUntil,
        row.Address,
        row.Contact,
        row.ContactPhone,
        row.Window,
        row.Remarks,
        row.Net,
        row.Tax,
        Lines = row.Lines.Select(line => new
        {
            line.Code,
            line.Name,
            line.Quantity,
            line.Monthly,
            line.MinimumMonths,
            TaxRateInHundredths = line.TaxRate,
            line.Cancelled,
            line.Held,
            line.Fee,
        }),
    };
}
