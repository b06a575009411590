using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Portal.Architecture.Tests.Controllers;

public sealed class ActionTests
{
    [Theory]
    [InlineData(nameof(Careless.Delete), "can be called from a foreign page")]
    [InlineData(nameof(Careless.Unguarded), "can be called from a foreign page")]
    [InlineData(nameof(Careless.Read), "states no authorisation")]
    [InlineData(nameof(Careless.Anything), "states no HTTP method")]
    public async Task ACarelessAction_IsFound(string action, string fault)
    {
        (await FaultsOfFixtureAsync()).ShouldContain(found => found.Contains($".{action} {fault}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ACarefulAction_IsNotReported() =>
        (await FaultsOfFixtureAsync()).ShouldNotContain(found => found.Contains(nameof(Careless.Careful), StringComparison.Ordinal));

    private static async Task<List<string>> FaultsOfFixtureAsync()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddControllersWithViews().ConfigureApplicationPartManager(parts => parts.FeatureProviders.Add(new OnlyCareless()));
        await using var provider = services.BuildServiceProvider();
        return [.. Actions(provider).SelectMany(ActionFaults.Of)];
    }

    private static List<ControllerActionDescriptor> Actions(IServiceProvider services) =>
        [.. services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<ControllerActionDescriptor>()];

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
        [HttpDelete("/fixture/1")]
        [Authorize]
        public OkResult Delete() => Ok();

        [HttpPost("/fixture/2")]
        [Authorize]
        [AutoValidateAntiforgeryToken]
        [IgnoreAntiforgeryToken]
        public OkResult Unguarded() => Ok();

        [HttpGet("/fixture/3")]
        public OkResult Read() => Ok();

        [Route("/fixture/4")]
        [AllowAnonymous]
        public OkResult Anything() => Ok();

        [HttpPost("/fixture/5")]
        [AllowAnonymous]
        [ValidateAntiForgeryToken]
        public OkResult Careful() => Ok();
    }
}
