using Portal.Rules.Orders;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Orders.Documents;
using Portal.Web.Tenancy;

namespace Portal.Web.Data.Seed.Orders;

/// <summary>
/// The catalogue of the demonstration, delivery templates, and applications of every kind in every state.
/// </summary>
internal sealed class DemoOrders(DemoSite site, OrderDocuments documents)
{
    private const int DaysToDecide = 1;
    private const int DaysToArrange = 2;
    private const int DaysAhead = 5;
    private const int DaysOfQuote = 30;
    private const int DaysToLaterPrice = 45;

    private static readonly (string Name, DeliveryAddress Address)[] Places =
    [
        ("本社", Address("1000001", "東京都", "千代田区", "千代田0-1-1", "みほん第一ビル5階", "総務部", "山田 太郎", "ヤマダ タロウ", "03-1234-5678")),
        ("大阪支店", Address("5300001", "大阪府", "大阪市北区", "梅田0-2-2", "かくうタワー12階", "業務課", "佐藤 花子", "サトウ ハナコ", "06-1234-5678")),
        ("横浜倉庫", Address("2310001", "神奈川県", "横浜市中区", "新港0-3", "", "", "鈴木 一郎", "スズキ イチロウ", "045-123-4567")),
    ];

    private readonly Dictionary<string, RentalItem> items = [];
    private readonly Dictionary<OrderKind, int> numbers = [];
    private readonly List<(RentalOrder Order, PortalUser Author, DemoGiven Given)> cancellations = [];

    public async Task FillAsync()
    {
        if (!site.Tenant.Has(TenantFeatures.Orders))
        {
            return;
        }

        AddGoods();
        var buyers = site.Members.Select(member => member.User).Where(user => user.ContractId is not null)
            .GroupBy(user => user.ContractId!.Value).Take(3).Where((_, place) => place != 1).ToList();
        for (var i = 0; i < buyers.Count; i++)
        {
            AddTemplates(buyers[i].Key, i);
        }

        // Numbers rise with time: the later of two buyers sends a day earlier.
        foreach (var demo in DemoOrder.All)
        {
            for (var i = buyers.Count - 1; i >= 0; i--)
            {
                await AddAsync(demo, [.. buyers[i]], i);
            }
        }

        foreach (var (order, author, given) in cancellations.OrderByDescending(each => each.Given.DaysAgo))
        {
            await CancelAsync(order, given, author);
        }

        await site.Db.SaveChangesAsync();
    }

    private void AddGoods()
    {
        for (var i = 0; i < DemoGoods.All.Count; i++)
        {
            var good = DemoGoods.All[i];
            var item = new RentalItem
            {
                Id = Guid.CreateVersion7(),
                TenantId = site.Tenant.Id,
                Code = good.Code,
                Category = good.Category,
                Name = good.Name,
                NameEn = good.NameEn,
                Text = good.Text,
                TextEn = good.TextEn,
                MinimumMonths = good.Minimum,
                Stock = good.Stock,
                TaxClass = good.Tax,
                Picture = good.Picture,
                IsOffered = good.IsOffered,
                Position = i + 1,
            };
            items.Add(good.Code, item);
            site.Db.RentalItems.Add(item);
            AddPrice(item, site.Clock.Today.AddYears(-2), good.Before ?? good.Monthly);
            if (good.Before is not null)
            {
                AddPrice(item, site.Clock.Today.AddDays(-30), good.Monthly);
            }

            if (good.Later is { } later)
            {
                AddPrice(item, site.Clock.Today.AddDays(DaysToLaterPrice), later);
            }
        }
    }

    private void AddPrice(RentalItem item, DateOnly from, long monthly) => site.Db.ItemPrices.Add(new ItemPrice
    {
        TenantId = site.Tenant.Id,
        ItemId = item.Id,
        From = from,
        Monthly = monthly,
    });

    private void AddTemplates(Guid contract, int turn)
    {
        for (var i = 0; i < Places.Length - turn; i++)
        {
            site.Db.DeliveryTemplates.Add(new DeliveryTemplate
            {
                Id = Guid.CreateVersion7(),
                TenantId = site.Tenant.Id,
                ContractId = contract,
                Name = Places[i].Name,
                Position = i + 1,
                Address = Places[i].Address,
            });
        }
    }

    private async Task AddAsync(DemoOrder demo, IReadOnlyList<PortalUser> people, int turn)
    {
        var sent = site.Clock.On(demo.DaysAgo + turn, (9 * 60) + (demo.DaysAgo * 37 % 480));
        var author = people[demo.DaysAgo % Math.Min(people.Count, 2)];
        var order = Row(demo.Kind, demo.Status, sent, author, demo.Reason);
        order.StartsOn = site.Clock.Today.AddDays(DaysAhead - demo.DaysAgo - turn);
        order.Months = demo.Months;
        order.Remarks = demo.Remarks;
        order.ValidUntil = demo.Kind == OrderKind.Quote ? site.Clock.Today.AddDays(DaysOfQuote - demo.DaysAgo - turn) : null;
        foreach (var (code, quantity) in demo.Lines)
        {
            order.Lines.Add(Line(order, code, quantity, order.Lines.Count + 1, demo.DaysAgo + turn));
        }

        order.TaxRounding = site.Tenant.Profile.Orders!.TaxRounding;
        var totals = DocumentTotals.Of(order.Lines.Select(line => new TaxedAmount(
            new Yen(line.Monthly) * line.Quantity * order.Period.BilledMonths, new TaxRate(line.TaxRate))), order.TaxRounding);
        (order.Net, order.Tax) = (totals.Net.Amount, totals.Tax.Amount);
        await StoreAsync(order, null, demo.Kind == OrderKind.Quote || demo.Status is OrderStatus.Accepted or OrderStatus.Arranged);
        cancellations.AddRange(demo.Cancellations.Select(given => (order, people[0], given)));
    }

    private async Task CancelAsync(RentalOrder order, DemoGiven demo, PortalUser author)
    {
        var (daysAgo, status, given) = demo;
        var row = Row(OrderKind.Cancellation, status, site.Clock.On(daysAgo, 10 * 60), author,
            status == OrderStatus.Failed ? "返却日までの引き取りを手配できません。日付を変えてお申し込みください。" : null);
        (row.BasedOn, row.StartsOn, row.Months, row.TaxRounding) = (order.Id, order.StartsOn, order.Months, order.TaxRounding);
        row.ReturnsOn = site.Clock.Today.AddDays(DaysAhead - daysAgo + DaysToArrange);
        row.Remarks = "利用する人数が減ったため";
        var of = order.Lines[0];
        var comes = CancellationRules.Apply(of.Running, given, order.StartsOn, row.ReturnsOn.Value);
        var line = Line(row, of.Code, given, of.Position, daysAgo);
        (line.Monthly, line.Before, line.Fee, row.Net) = (of.Monthly, comes.Before - comes.Held, comes.Fee.Amount, comes.Fee.Amount);
        row.Lines.Add(line);
        of.Cancelled += status == OrderStatus.Accepted ? given : 0;
        of.Held += status == OrderStatus.Received ? given : 0;
        await StoreAsync(row, order, status == OrderStatus.Accepted);
    }

    private async Task StoreAsync(RentalOrder order, RentalOrder? of, bool hasDocument)
    {
        numbers[order.Kind] = order.Number = numbers.GetValueOrDefault(order.Kind) + 1;
        site.Db.RentalOrders.Add(order);
        await site.Db.SaveChangesAsync();
        if (hasDocument)
        {
            await documents.MakeAsync(order, of);
        }
    }

    private RentalOrder Row(OrderKind kind, OrderStatus status, DateTimeOffset sent, PortalUser author, string? reason)
    {
        DateTimeOffset? decided = status == OrderStatus.Received ? null : Sooner(sent.AddDays(DaysToDecide));
        return new RentalOrder
        {
            Id = Guid.CreateVersion7(sent),
            TenantId = site.Tenant.Id,
            Kind = kind,
            ContractId = author.ContractId!.Value,
            AuthorId = author.Id,
            AuthorName = author.DisplayName,
            CreatedAt = sent,
            Status = status,
            DecidedAt = decided,
            DecidedBy = decided is null ? null : status == OrderStatus.Withdrawn ? author.UserName : "backoffice",
            Reason = reason,
            ArrangedAt = status == OrderStatus.Arranged ? Sooner(sent.AddDays(DaysToArrange)) : null,
            WaitingSince = OrderRules.AwaitsProvider(kind, status) ? decided ?? sent : null,
            Address = Places[sent.Day % Places.Length].Address,
            Contact = author.DisplayName,
            ContactPhone = "03-1234-5678",
            Window = sent.Day % 2 == 0 ? DeliveryWindow.Morning : DeliveryWindow.Any,
        };
    }

    private RentalOrderLine Line(RentalOrder order, string code, int quantity, int position, int daysAgo)
    {
        var (item, good) = (items[code], DemoGoods.All.First(each => each.Code == code));
        return new RentalOrderLine
        {
            TenantId = site.Tenant.Id,
            OrderId = order.Id,
            Position = position,
            ItemId = item.Id,
            Code = code,
            Name = item.Name,
            NameEn = item.NameEn,
            Quantity = quantity,
            Monthly = daysAgo > 30 ? good.Before ?? good.Monthly : good.Monthly,
            MinimumMonths = item.MinimumMonths,
            TaxRate = site.Tenant.Profile.Orders!.RateOf(item.TaxClass, order.StartsOn).Hundredths,
        };
    }

    private DateTimeOffset Sooner(DateTimeOffset at) => at < site.Clock.Now ? at : site.Clock.Now;

    private static DeliveryAddress Address(string code, string prefecture, string city, string street, string building, string department,
        string name, string kana, string phone) => new()
        {
            PostalCode = code,
            Prefecture = prefecture,
            City = city,
            Street = street,
            Building = building,
            Company = "株式会社みほんイベント企画",
            Department = department,
            Name = name,
            Kana = kana,
            Phone = phone,
        };
}
