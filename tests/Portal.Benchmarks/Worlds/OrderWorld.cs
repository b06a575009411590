using Microsoft.EntityFrameworkCore;
using Portal.Rules.Orders;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;

namespace Portal.Benchmarks.Worlds;

/// <summary>
/// Orders of the contract whose manager is signed in, two lines each; one in twenty awaits the provider.
/// </summary>
internal sealed class OrderWorld(PortalWorld portal)
{
    public const int Orders = 10_000;
    private const int AtOnce = 1_000;
    private const int WaitingEvery = 20;
    private static readonly DateTimeOffset First = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Names = ["ノートパソコン 14型", "プロジェクター 5000ルーメン"];

    /// <summary>Orders for the tenant, as the tenant of rental goods has them, and all rows.</summary>
    public async Task FillAsync()
    {
        await portal.ExecuteAsync("""
            UPDATE "Tenants" SET "Version" = "Version" + 1, "ProfileEdited" = true, "Profile" = jsonb_set(
                jsonb_set("Profile"::jsonb, ARRAY['features'], ("Profile"::jsonb -> 'features') || '["orders"]'::jsonb),
                ARRAY['orders'], (SELECT "Profile"::jsonb -> 'orders' FROM "Tenants" WHERE "Slug" = 'rental'))::text
            WHERE "Slug" = 'control'
            """);
        var item = new RentalItem { Id = Guid.CreateVersion7(), Code = "G-1", Name = Names[0], MinimumMonths = 1 };
        await portal.InTenantAsync(db =>
        {
            db.Add(item);
            return Task.CompletedTask;
        });
        foreach (var numbers in Enumerable.Range(0, Orders).Chunk(AtOnce))
        {
            await portal.InTenantAsync(async db =>
            {
                var author = await db.Users.SingleAsync(user => user.UserName == PortalWorld.Manager);
                db.RentalOrders.AddRange(numbers.Select(number => Order(number, author, item)));
            });
        }
    }

    private static RentalOrder Order(int number, PortalUser author, RentalItem item)
    {
        var (id, at) = (Guid.CreateVersion7(), First.AddMinutes(number));
        var status = number % WaitingEvery == 0 ? OrderStatus.Received : OrderStatus.Arranged;
        var order = new RentalOrder
        {
            Id = id,
            Kind = OrderKind.Order,
            Number = number + 1,
            ContractId = author.ContractId!.Value,
            AuthorId = author.Id,
            AuthorName = author.DisplayName,
            CreatedAt = at,
            Status = status,
            DecidedAt = status == OrderStatus.Received ? null : at,
            ArrangedAt = status == OrderStatus.Received ? null : at,
            WaitingSince = status == OrderStatus.Received ? at : null,
            StartsOn = new DateOnly(2026, 4, 1),
            Months = 12,
            Address = new DeliveryAddress
            {
                PostalCode = "1000001",
                Prefecture = "東京都",
                City = "千代田区",
                Street = "千代田0-0-0",
                Company = "計測株式会社",
                Name = author.DisplayName,
                Kana = "ケイソク タロウ",
                Phone = "03-1234-5678",
            },
            Contact = author.DisplayName,
            ContactPhone = "03-1234-5678",
            Net = 24_000,
            Tax = 2_400,
            SearchKey = CanonicalText.SearchKey($"{number} {string.Join(' ', Names)}"),
        };
        foreach (var (position, name) in Names.Index())
        {
            order.Lines.Add(new RentalOrderLine
            {
                OrderId = id,
                Position = position,
                ItemId = item.Id,
                Code = item.Code,
                Name = name,
                Quantity = 1,
                Monthly = 1_000,
                MinimumMonths = 1,
            });
        }

        return order;
    }
}
