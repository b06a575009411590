using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace Portal.Web.Http.Hosting;

/// <summary>
/// Hands the framework's conventions of <c>[ApiController]</c> the controllers that have this mark. For each of the
/// others they would read all attributes of the program, hundreds of compiled views among them, to see whether
/// the whole program is marked: a third of the time that the routes took at start (PERF-5).
/// </summary>
internal sealed class MarkedControllers(IApplicationModelProvider conventions) : IApplicationModelProvider
{
    private const string Conventions = "ApiBehaviorApplicationModelProvider";

    public int Order => conventions.Order;

    /// <summary>Puts itself around the framework's provider, which has no public type.</summary>
    public static void Wrap(IServiceCollection services)
    {
        var found = services.Single(service => service.ServiceType == typeof(IApplicationModelProvider)
            && service.ImplementationType?.Name == Conventions);
        services[services.IndexOf(found)] = ServiceDescriptor.Describe(typeof(IApplicationModelProvider), provider =>
            new MarkedControllers((IApplicationModelProvider)ActivatorUtilities.CreateInstance(provider, found.ImplementationType!)),
            found.Lifetime);
    }

    public void OnProvidersExecuting(ApplicationModelProviderContext context) => conventions.OnProvidersExecuting(OnlyMarked(context));

    public void OnProvidersExecuted(ApplicationModelProviderContext context) => conventions.OnProvidersExecuted(OnlyMarked(context));

    private static ApplicationModelProviderContext OnlyMarked(ApplicationModelProviderContext context)
    {
        var marked = context.Result.Controllers.Where(controller => controller.Attributes.OfType<IApiBehaviorMetadata>().Any()).ToList();
        var less = new ApplicationModelProviderContext(marked.Select(controller => controller.ControllerType));
        foreach (var controller in marked)
        {
            less.Result.Controllers.Add(controller);
        }

        return less;
    }
}
