using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Portal.Benchmarks.Subjects.Empty;
using Portal.Benchmarks.Subjects.Hash;
using Portal.Benchmarks.Subjects.Stock;

namespace Portal.Benchmarks.Subjects;

/// <summary>What Portal is compared with, each as a process of its own with the same server settings.</summary>
internal static class Subject
{
    public const int Iterations = 220_000;

    public static Task RunAsync(string name, string[] settings)
    {
        var builder =
            WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = name switch
        {
            "hash" => HashSubject.Build(builder),
            "empty" => EmptySubject.Build(builder),
            "stock" => StockSubject.Build(builder),
            _ => throw new ArgumentException($"There is no subject {name}.", nameof(name)),
        };
        return app.RunAsync();
    }

    /// <summary>
    /// MVC with the controllers and views of this project alone: the
    /// application under test is referenced, and would be served too.
    /// </summary>
    public static void AddOwnMvc(this WebApplicationBuilder builder) =>
        builder.Services.AddControllersWithViews().ConfigureApplicationPartManager(manager =>
    {
        var own = typeof(Subject).Assembly;
        manager.ApplicationParts.Clear();
        manager.ApplicationParts.Add(new AssemblyPart(own));
        manager.ApplicationParts.Add(new CompiledRazorAssemblyPart(own));
    });
}
