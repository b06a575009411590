using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Portal.Benchmarks.Subjects.Hash;

/// <summary>The password hash alone, as often as asked.</summary>
internal static class HashSubject
{
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var hasher = new PasswordHasher<IdentityUser>(Options.Create(new PasswordHasherOptions { IterationCount = Subject.Iterations }));
        var hash = hasher.HashPassword(null!, "Right2468-Horse");
        var app = builder.Build();
        app.MapGet("/", () => "ready");
        app.MapGet("/hash", (int times) =>
        {
            for (var i = 0; i < times; i++)
            {
                hasher.VerifyHashedPassword(null!, hash, "Right2468-Horse");
            }
        });
        return app;
    }
}
