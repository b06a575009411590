using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Web;
using Portal.Web.Http.Guards;

namespace Portal.Architecture.Tests.Controllers;

public sealed class GuardTests
{
    [Fact]
    public async Task AZ_01_AZ_02_EveryActionOnOne_HasAGuard()
    {
        await using var app = await PortalApp.CreateAsync();

        var actions = Actions(app.Services);

        actions.Count(GuardFaults.IsAboutOne).ShouldBeGreaterThan(40);
        actions.SelectMany(GuardFaults.Of).Distinct().Order().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(nameof(Careless.OfAContract), "asks no guard")]
    [InlineData(nameof(Careless.OfATenant), "asks no guard")]
    [InlineData(nameof(Careless.Waiting), "waits for a guard that there is not")]
    public async Task AnActionWithoutAGuard_IsFound(string action, string fault) =>
        (await FaultsOfFixtureAsync()).ShouldContain(found => found.EndsWith($".{action} {fault}", StringComparison.Ordinal));

    [Fact]
    public async Task AGuardedAction_IsNotReported() =>
        (await FaultsOfFixtureAsync()).ShouldNotContain(found => found.Contains(nameof(Careless.Careful), StringComparison.Ordinal));

    private static async Task<List<string>> FaultsOfFixtureAsync()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddControllersWithViews().ConfigureApplicationPartManager(parts => parts.FeatureProviders.Add(new OnlyCareless()));
        await using var provider = services.BuildServiceProvider();
        return [.. Actions(provider).SelectMany(GuardFaults.Of)];
    }

    private static List<ControllerActionDescriptor> Actions(IServiceProvider services) =>
        [.. services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
            .OfType<ControllerActionDescriptor>()];

    private sealed class OnlyCareless : Microsoft.AspNetCore.Mvc.ApplicationParts.IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<Microsoft.AspNetCore.Mvc.ApplicationParts.ApplicationPart> parts, ControllerFeature feature)
        {
            feature.Controllers.Clear();
            feature.Controllers.Add(System.Reflection.IntrospectionExtensions.GetTypeInfo(typeof(Careless)));
        }
    }

    private sealed class Careless : Controller
    {
        [HttpGet("operators/{id:guid}/fixture")]
        public OkResult OfAContract() => Ok();

        [HttpGet("fixture/{site}/{id:guid}")]
        public OkResult OfATenant() => Ok();

        [HttpGet("fixture")]
        public OkObjectResult Waiting([Guarded] string subject) => Ok(subject);

        [HttpGet("operators/{id:guid}/careful")]
        [SubjectGuard(DelegatedAct.See)]
        public OkObjectResult Careful([Guarded] string subject) => Ok(subject);
    }
}
