using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Portal.Architecture.Tests.Reflection;
using Portal.Web.Http.Hosting;

namespace Portal.Architecture.Tests.Controllers;

/// <summary>What makes the routes of a start cheaper leaves them as the framework would make them (ADR 0149).</summary>
public sealed class RouteTests
{
    /// <summary>The framework's filter for wrong input, which only marked controllers have.</summary>
    private const string InvalidInput = "ModelStateInvalidFilterFactory";

    [Fact]
    public void PERF_5_TheProgramAsAPart_HasTheControllersThatTheFrameworkFinds()
    {
        var found = Controllers(new NamedControllers(Source.Web));

        found.Count.ShouldBeGreaterThan(200);
        found.ShouldBe(Controllers(new AssemblyPart(Source.Web)), ignoreOrder: true);
    }

    [Fact]
    public async Task PERF_5_ConventionsOfMarkedControllers_MakeTheSameOfEachAction()
    {
        var (ours, frameworks) = (await ActionsAsync(MarkedControllers.Wrap), await ActionsAsync(_ => { }));

        ours.Count(action => action.Contains(InvalidInput, StringComparison.Ordinal)).ShouldBeGreaterThan(3);
        ours.ShouldBe(frameworks);
    }

    private static List<string> Controllers(ApplicationPart part)
    {
        var feature = new ControllerFeature();
        new ControllerFeatureProvider().PopulateFeature([part], feature);
        return [.. feature.Controllers.Select(type => type.FullName!)];
    }

    private static async Task<List<string>> ActionsAsync(Action<IServiceCollection> change)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddControllersWithViews().ConfigureApplicationPartManager(parts =>
        {
            parts.ApplicationParts.Clear();
            parts.ApplicationParts.Add(new AssemblyPart(Source.Web));
        });
        change(services);
        await using var provider = services.BuildServiceProvider();
        return
        [
            .. provider.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
                .Select(Description).Order(StringComparer.Ordinal),
        ];
    }

    private static string Description(ActionDescriptor action) => string.Join(' ',
        [
            $"{action.DisplayName} {action.AttributeRouteInfo?.Template}",
            .. action.FilterDescriptors.Select(filter => $"{filter.Filter.GetType().Name}/{filter.Order}/{filter.Scope}"),
            .. action.Parameters.Select(parameter => $"{parameter.Name}={parameter.BindingInfo?.BindingSource?.Id}"),
            .. action.EndpointMetadata.Select(each => each.GetType().Name),
        ]);
}
