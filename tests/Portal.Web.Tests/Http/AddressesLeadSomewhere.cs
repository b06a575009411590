using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Http;

/// <summary>Every address that some page leads to is one that the application answers (SAFE-4).</summary>
public sealed class AddressesLeadSomewhere
{
    private static readonly Guid Some = Guid.Parse("0198a000-0000-7000-8000-000000000001");

    [Fact]
    public async Task SAFE_4_EveryPath_IsAnEndpoint()
    {
        await using var app = await PortalApp.CreateAsync();

        var routes = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => TemplateParser.Parse(endpoint.RoutePattern.RawText!.TrimStart('/'))).ToList();
        var addresses = Paths().SelectMany(Addresses).Distinct().ToList();

        addresses.Count.ShouldBeGreaterThan(100);
        addresses.Where(address => !routes.Any(route => Answers(route, address))).ShouldBeEmpty();
    }

    private static IEnumerable<Type> Paths() => typeof(Program).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: true, IsSealed: true } && type.Namespace is not null
            && type.Name.EndsWith("Paths", StringComparison.Ordinal));

    private static IEnumerable<string> Addresses(Type paths) =>
        Constants(paths).Concat(Made(paths)).Where(address => address.StartsWith("~/", StringComparison.Ordinal));

    private static IEnumerable<string> Constants(Type paths) => paths.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)
        .Select(address => string.Format(CultureInfo.InvariantCulture, address, Some));

    // What takes a word of a closed list is tried with one of them by the pages' own tests.
    private static IEnumerable<string> Made(Type paths) => paths.GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.ReturnType == typeof(string)
            && method.GetParameters().All(parameter => parameter.ParameterType == typeof(Guid) || parameter.Name is "slug" or "kind"))
        .Select(method => (string)method.Invoke(null, [.. method.GetParameters().Select(Sample)])!);

    private static object Sample(ParameterInfo parameter) => parameter.ParameterType == typeof(Guid) ? Some : "control";

    private static bool Answers(RouteTemplate route, string address)
    {
        var path = "/" + address[2..].Split('?', '#')[0];
        return new TemplateMatcher(route, []).TryMatch(path, []);
    }
}
