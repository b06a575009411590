using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.Rules.Orders;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Orders;
using Portal.Web.Domain.Orders.Moves;
using Portal.Web.Domain.Orders.Placing;
using Portal.Web.Outbox;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Orders;

/// <summary>
/// Two login IDs of tenant `rental`, a catalogue of three items, and a back office that is told and answers.
/// </summary>
public abstract class OrderTest : IAsyncLifetime
{
    protected const string Tenant = "rental";
    protected const string LoginId = "R900001";
    protected const string Stranger = "R900002";
    protected const string Author = "hanako@rental.example.jp";
    protected const string Colleague = "jiro@rental.example.jp";
    protected const string StrangerMail = "stranger@rental.example.jp";
    protected const string Laptop = "PC-1";
    protected const string Chair = "CH-1";
    protected const string Water = "WT-1";
    protected const string Shop = "/t/rental/shop";
    protected const string New = "/t/rental/orders/new";
    protected const string List = "/t/rental/orders";
    protected const string Secret = "whsec_dGhlLWJhY2stb2ZmaWNlLW9mLXRoZS10ZXN0cw==";
    protected const string Templates = "/t/rental/delivery-templates";

    protected PortalApp App { get; private set; } = null!;

    protected Guid AuthorId { get; private set; }

    public async ValueTask InitializeAsync()
    {
        App = await PortalApp.CreateSharedAsync("orders", new Dictionary<string, string?>
        {
            ["Portal:Webhooks:Endpoints:one:Tenant"] = Tenant,
            ["Portal:Webhooks:Endpoints:one:Area"] = "orders",
            ["Portal:Webhooks:Endpoints:one:Url"] = "https://backoffice.example.jp/hooks",
            ["Portal:Webhooks:Endpoints:one:Secret"] = Secret,
        }, _ => { });
        await App.ChangeProfileAsync(Tenant, profile => profile with { SignInNotice = "off" });
        await App.ChangeProfileAsync("admin", profile => profile with { SecondFactor = new SecondFactorProfile() });
        AuthorId = await Person(Author, "佐藤", "花子").AddToAsync(App);
        await Person(Colleague, "鈴木", "次郎").AddToAsync(App);
        await (Person(StrangerMail, "他社", "三郎") with { LoginId = Stranger, Contract = Stranger }).AddToAsync(App);
        await AddItemsAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static string PathOf(OrderNumber number, string page = "") => $"{List}/{number}{(page.Length > 0 ? "/" + page : "")}";

    protected async Task<PortalBrowser> SignedInAsync(string email = Author, string loginId = LoginId)
    {
        var browser = App.CreateBrowser();
        (await browser.SignInAsync(Tenant, loginId, email: email)).ShouldBeOk();
        return browser;
    }

    /// <summary>A member of the staff who looks after the tenant, signed in.</summary>
    protected async Task<PortalBrowser> AgentAsync(string loginId = "agent@portal.test", string tenant = Tenant)
    {
        var id = await new Account("admin", loginId) { Role = AccountRole.Agent, Contract = null, Email = loginId }.AddToAsync(App);
        await App.InTenantAsync("admin", async services =>
        {
            var catalog = services.GetRequiredService<TenantCatalog>();
            services.GetRequiredService<PortalDbContext>().StaffAssignments
                .Add(new StaffAssignment { UserId = id, TenantId = (await catalog.FindBySlugAsync(tenant))!.Id });
        });
        var browser = App.CreateBrowser();
        (await browser.SignInAsync("admin", loginId)).ShouldBeOk();
        return browser;
    }

    protected static async Task PutAsync(PortalBrowser browser, string code, int quantity)
    {
        ArgumentNullException.ThrowIfNull(browser);
        (await (await browser.GetAsync($"{Shop}/{code}")).ShouldBeOk().Form("form[action$=basket]").Fill("Quantity", $"{quantity}")
            .SubmitAsync()).ShouldRedirectTo(Shop + "/basket");
    }

    /// <summary>The order form as it is offered, filled in.</summary>
    protected static async Task<PortalForm> FilledAsync(PortalBrowser browser, string kind = "Order", string term = "months",
        string query = "")
    {
        ArgumentNullException.ThrowIfNull(browser);
        var form = (await browser.GetAsync(New + query)).ShouldBeOk().Form("form:has(input[name=PostalCode])");
        return WithAddress(query.Contains("quote", StringComparison.Ordinal) ? form : form.Choose("Kind", kind))
            .Choose("Term", term).Fill("Months", term == "months" ? "3" : "");
    }

    protected static PortalForm WithAddress(PortalForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Fill("PostalCode", "１００ー０００１").Choose("Prefecture", "東京都").Fill("City", "千代田区").Fill("Street", "千代田1-1")
            .Fill("Company", "試験株式会社").Fill("Recipient", "佐藤 花子").Fill("RecipientKana", "さとう はなこ").Fill("Phone", "03-1234-5678");
    }

    /// <summary>Through the check page.</summary>
    protected static async Task<PortalPage> SendAsync(PortalForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return await (await form.SubmitAsync("check")).ShouldBeOk().Form("form:has(button[value=save])").SubmitAsync("save");
    }

    /// <summary>A quote or an order that is there already, by the acts themselves.</summary>
    protected async Task<RentalOrder> PlaceAsync(OrderKind kind = OrderKind.Order, int? months = null, int laptops = 10, int chairs = 4) =>
        (await TryToPlaceAsync(kind, months, laptops, chairs)).ShouldBeOfType<PlacingOutcome.Placed>().Order;

    protected Task<PlacingOutcome> TryToPlaceAsync(OrderKind kind, int? months, int laptops, int chairs) =>
        App.InTenantAsync(Tenant, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var user = await db.Users.FindAsync([db.Scope.Current, AuthorId]);
            var reader = OrderReader.Of(user!)!;
            var (baskets, pricing) = (services.GetRequiredService<Baskets>(), services.GetRequiredService<OrderPricing>());
            foreach (var (code, count) in new[] { (Laptop, laptops), (Chair, chairs) }.Where(each => each.Item2 > 0))
            {
                await baskets.SetAsync(user!, await db.RentalItems.SingleAsync(item => item.Code == code), count);
                await db.SaveChangesAsync();
                App.Time.Advance(TimeSpan.FromSeconds(1));
            }

            var period = new RentalPeriod(Today(services).AddDays(3), months);
            var seen = pricing.Sum(await pricing.BasketAsync(AuthorId, period.Start), period).Seen;
            var request = new OrderRequest(kind, period, Address(), "佐藤 花子", "", DeliveryWindow.Any, "", null);
            return await services.GetRequiredService<OrderPlacing>().PlaceAsync(reader, request, seen);
        });

    protected async Task<RentalOrder> RunningAsync(int? months = null, int laptops = 10)
    {
        var order = await PlaceAsync(months: months, laptops: laptops);
        await MoveAsync(order, OrderMove.Accept);
        return order;
    }

    protected Task<OrderOutcome> MoveAsync(RentalOrder order, OrderMove move, string? reason = null) => App.InTenantAsync(Tenant,
        services => services.GetRequiredService<OrderMoves>().MoveAsync(order.Id, move, reason));

    /// <summary>Gives back one laptop, by the act itself.</summary>
    protected Task<CancellationOutcome> CancelAsync(RentalOrder order) => App.InTenantAsync(Tenant, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var user = await db.Users.FindAsync([db.Scope.Current, AuthorId]);
        var request = new CancellationRequest(new Dictionary<int, int> { [1] = 1 }, order.StartsOn, Address(), "佐藤 花子", "",
            DeliveryWindow.Any, "試験");
        var now = await db.RentalOrders.AsNoTracking().Include(row => row.Lines).SingleAsync(row => row.Id == order.Id);
        var seen = Cancelling.Preview(now, request.Given, request.ReturnsOn).Seen;
        return await services.GetRequiredService<Cancelling>().SendAsync(OrderReader.Of(user!)!, order.Id, request, seen);
    });

    protected Task<OrderStatus> StatusAsync(OrderNumber number) =>
        App.World.Orders.ReadAsync(row => row.Kind == number.Kind && row.Number == number.Number, row => row.Status);

    /// <summary>What the back office was or will be told.</summary>
    protected Task<IReadOnlyList<string>> ToldAsync() => App.World.Mails.AskAsync(rows => rows
        .Where(row => row.Channel == OutboxChannel.Webhook).OrderBy(row => row.CreatedAt).Select(row => row.Kind));

    /// <summary>Subjects of the mails that are or were owed to somebody.</summary>
    protected Task<IReadOnlyList<string>> MailedAsync(string recipient = Author) => App.World.Mails.AskAsync(rows => rows
        .Where(row => row.Channel == OutboxChannel.Mail && row.Recipient == recipient).OrderBy(row => row.CreatedAt)
        .Select(row => row.Subject));

    /// <summary>The latest that the back office was told of an application.</summary>
    protected Task<JsonElement> LastToldAsync() => App.InTenantAsync(Tenant, async services =>
    {
        var row = await services.GetRequiredService<PortalDbContext>().Outbox
            .Where(each => each.Channel == OutboxChannel.Webhook).OrderBy(each => each.CreatedAt).LastAsync();
        var body = services.GetRequiredService<OutboxBodies>().Unprotect(row.TenantId, row.ProtectedBody!);
        return JsonDocument.Parse(body.Text).RootElement.GetProperty("data").GetProperty("order").Clone();
    });

    /// <summary>What a back office sends, signed as the text of Standard Webhooks says.</summary>
    protected async Task<HttpStatusCode> AnswerAsync(OrderNumber number, string result, string? reason = null, string? secret = null,
        string id = "msg_1", int secondsAgo = 0, PortalApp? node = null, string tenant = Tenant)
    {
        var body = JsonSerializer.Serialize(
            new { type = "orders.result", data = new { number = number.ToString(), result, reason } });
        var at = App.Time.GetUtcNow().ToUnixTimeSeconds() - secondsAgo;
        var key = Convert.FromBase64String((secret ?? Secret)["whsec_".Length..]);
        var signed = Encoding.UTF8.GetBytes($"{id}.{at}.{body}");
        var signature = "v1," + Convert.ToBase64String(System.Security.Cryptography.HMACSHA256.HashData(key, signed));
        var request = new HttpRequestMessage(HttpMethod.Post, $"/hooks/{tenant}/orders")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", $"{at}");
        request.Headers.Add("webhook-signature", signature);
        return (await (node ?? App).CreateBrowser().SendAsync(request)).Status;
    }

    /// <summary>A post that no page offers, with the token that any page gives.</summary>
    protected static async Task<PortalPage> CraftAsync(PortalBrowser browser, string page, string path,
        params (string Name, string Value)[] fields)
    {
        ArgumentNullException.ThrowIfNull(browser);
        var token = (await browser.GetAsync(page)).ShouldBeOk().Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        return await browser.PostAsync(path,
        [
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            KeyValuePair.Create("__RequestVerificationToken", token),
            KeyValuePair.Create("__form", Guid.NewGuid().ToString("N")),
        ]);
    }

    protected static DeliveryAddress Address() => new()
    {
        PostalCode = "1000001",
        Prefecture = "東京都",
        City = "千代田区",
        Street = "千代田1-1",
        Company = "試験株式会社",
        Name = "佐藤 花子",
        Kana = "サトウ ハナコ",
        Phone = "03-1234-5678",
    };

    /// <summary>The day where the seller is.</summary>
    protected DateOnly Day(int days = 0) =>
        DateOnly.FromDateTime(App.Time.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).DateTime).AddDays(days);

    private static DateOnly Today(IServiceProvider services) => services.GetRequiredService<Web.Tenancy.Times.TenantClock>().Today;

    private static Account Person(string email, string family, string given) => new(Tenant, LoginId)
    {
        Contract = LoginId,
        Email = email,
        FamilyName = family,
        GivenName = given,
    };

    private Task AddItemsAsync() => App.InTenantAsync(Tenant, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        Add(db, Laptop, ItemCategory.Computers, "ノートパソコン", "Laptop", 4_800, 3, TaxClass.Standard);
        Add(db, Chair, ItemCategory.Furniture, "オフィスチェア", "Office chair", 777, 0, TaxClass.Standard);
        Add(db, Water, ItemCategory.Supplies, "天然水", "Spring water", 1_234, 0, TaxClass.Reduced);
        await db.SaveChangesAsync();
    });

    private void Add(PortalDbContext db, string code, ItemCategory category, string name, string english, long price, int minimum,
        TaxClass tax)
    {
        var item = new RentalItem
        {
            Id = Guid.CreateVersion7(),
            Code = code,
            Category = category,
            Name = name,
            NameEn = english,
            Text = "説明です。",
            MinimumMonths = minimum,
            TaxClass = tax,
            Picture = "laptop",
            IsOffered = true,
            Position = 1,
        };
        db.RentalItems.Add(item);
        db.ItemPrices.Add(new ItemPrice { ItemId = item.Id, From = Day(-400), Monthly = price });
    }
}
