using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Portal.Benchmarks.Subjects.Empty;

/// <summary>An empty view behind a cookie: what the framework itself takes.</summary>
internal static class EmptySubject
{
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        builder.AddOwnMvc();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/", (HttpContext context) => context.SignInAsync(
            new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "somebody")], "benchmark"))));
        app.MapControllers();
        return app;
    }
}
