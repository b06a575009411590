using System.Collections.Concurrent;
using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.SignIn;

/// <summary>Far more wrong passwords at once than a node can hash; everybody else signs in meanwhile.</summary>
[Collection(nameof(CountersOfTheProcess))]
[Trait("Review", "S3")]
public sealed class FloodingTheGate : SignInTest
{
    private const string Unknown = "N7777777";
    private const string Attacker = "198.51.100.66";
    private static readonly string[] Tenants = ["control", "officephone", "homephone", "security"];

    /// <summary>A hash that takes some of the time that it takes in production, so that a queue comes about.</summary>
    protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Portal:Passwords:Iterations"] = "20000" };

    [Theory]
    [InlineData(Unknown)]
    [InlineData(Id)]
    public async Task LOCK_2_RX_01_EN_15_WhileOneAddressFloodsOneIdEverybodyElseSignsInAndTheThrottleNotices(string target)
    {
        var victims = await VictimsAsync(12);
        var answers = new ConcurrentBag<HttpStatusCode>();
        var refused = new TaskCompletionSource();
        var flood = await FloodAsync(650, _ => Attacker, target);
        var attack = Task.WhenAll(flood.Select(guess => Task.Run(async () =>
        {
            HttpStatusCode status;
            do
            {
                status = (await guess()).Status;
                answers.Add(status);
                if (status == HttpStatusCode.ServiceUnavailable)
                {
                    refused.TrySetResult();
                }
            }
            while (status != HttpStatusCode.TooManyRequests);
        })));
        await refused.Task;

        var signedIn = await Task.WhenAll(victims.Select(victim => victim.SubmitAsync()));
        await attack;

        signedIn.ShouldAllBe(answer => answer.Status == HttpStatusCode.SeeOther);
        answers.Distinct().Order()
            .ShouldBe([HttpStatusCode.UnprocessableEntity, HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable]);
        (answers.Count - answers.Count(answer => answer == HttpStatusCode.TooManyRequests))
            .ShouldBe(200, "each refusal counts for the address, and no more than its limit pass");
        (await App.World.AddressWindows.ReadAsync(window => window.AddressKey == Attacker, window => window.Failures)).ShouldBe(200);
    }

    [Fact]
    public async Task CG_11_LOCK_10_WhileManyAddressesGuessAtOneIdItsOwnersBrowserDoesNotWaitForThem()
    {
        var owner = App.CreateBrowser();
        await (await owner.SignInAsync(Tenant, Id)).Form("form[action$='/logout']").SubmitAsync();
        var form = (await owner.GetAsync("/t/control/login")).Form("main form").Fill("Identifier", Id).Fill("Password", Right);
        var evaluated = 0;
        var flood = await FloodAsync(250, i => $"198.51.{i / 200}.{i % 200}", Id);
        var first = new TaskCompletionSource();
        var attack = Task.WhenAll(flood.Select(guess => Task.Run(async () =>
        {
            if ((await guess()).Status == HttpStatusCode.UnprocessableEntity)
            {
                Interlocked.Increment(ref evaluated);
            }

            first.TrySetResult();
        })));
        await first.Task;

        var answer = await form.SubmitAsync();
        var before = Volatile.Read(ref evaluated);
        await attack;

        answer.ShouldBe(HttpStatusCode.SeeOther);
        before.ShouldBeLessThan(50);
    }

    private async Task<List<PortalForm>> VictimsAsync(int count)
    {
        var forms = new List<PortalForm>();
        for (var i = 0; i < count; i++)
        {
            var (tenant, id) = (Tenants[i % Tenants.Length], $"0900000010{i % 10}{i / 10}");
            await new Account(tenant, id).AddToAsync(App);
            forms.Add(Typed((await Stranger($"203.0.113.{100 + i}").GetAsync($"/t/{tenant}/login")).Form("main form"), id, Right));
        }

        return forms;
    }

    /// <summary>As many browsers, each of which sends the same form when it is told to.</summary>
    private async Task<List<Func<Task<PortalPage>>>> FloodAsync(int count, Func<int, string> address, string id)
    {
        var first = Stranger();
        var fields = Typed((await first.GetAsync($"/t/{Tenant}/login")).Form("main form"), id,
            Wrong).Fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).ToList();
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var browser = Stranger(address(i));
            foreach (var cookie in first.Cookies.All)
            {
                browser.Cookies.Plant(cookie.Name.ToString(), cookie.Value.ToString(), cookie.Path.ToString());
            }

            return (Func<Task<PortalPage>>)(() => browser.PostAsync($"/t/{Tenant}/login", fields));
        })];
    }

    private static PortalForm Typed(PortalForm form, string id, string password) => form.Fill("Identifier", id).Fill("Password", password);
}
