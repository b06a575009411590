using System.Collections.Concurrent;
using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.SignIn.Gate;

/// <summary>Far more wrong passwords at once than a node can hash; everybody else signs in meanwhile.</summary>
[Collection(nameof(CountersOfTheProcess))]
[Trait("Review", "S3")]
public sealed class FloodingTheGate : GateTest
{
    private const string Unknown = "N7777777";
    private const string Attacker = "198.51.100.66";
    private static readonly string[] Tenants = ["control", "officephone", "homephone", "security"];

    [Theory]
    [InlineData(Unknown)]
    [InlineData(Id)]
    public async Task LOCK_2_RX_01_EN_15_WhileOneAddressFloodsOneIdEverybodyElseSignsInAndTheThrottleNotices(string target)
    {
        var victims = await VictimsAsync(12);
        var answers = new ConcurrentBag<HttpStatusCode>();
        var refused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var flood = await FloodAsync(650, _ => Attacker, target);
        using var held = await HeldGate.ShutAsync(App);
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
        var others = victims.Select(victim => Task.Run(() => victim.SubmitAsync())).ToList();
        held.Dispose();

        (await Task.WhenAll(others)).ShouldAllBe(answer => answer.Status == HttpStatusCode.SeeOther);
        await attack;
        answers.Distinct().Order()
            .ShouldBe([HttpStatusCode.UnprocessableEntity, HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable]);
        (answers.Count - answers.Count(answer => answer == HttpStatusCode.TooManyRequests))
            .ShouldBe(200, "each refusal counts for the address, and no more than its limit pass");
        (await App.World.AddressWindows.ReadAsync(window => window.AddressKey == Attacker, window => window.Failures)).ShouldBe(200);
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
}
