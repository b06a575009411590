using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Portal.Benchmarks.Subjects.Stock;

/// <summary>
/// ASP.NET Core Identity on EF Core as it comes out of the box: no session row, no audit, no tenant; a list with
/// search, state filter, sorting and pages.
/// </summary>
internal static class StockSubject
{
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        builder.AddOwnMvc();
        builder.Services.AddDbContext<StockContext>(options => options.UseNpgsql(builder.Configuration.GetConnectionString("Stock")));
        builder.Services.AddIdentity<IdentityUser, IdentityRole>().AddEntityFrameworkStores<StockContext>().AddDefaultTokenProviders();
        builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = Subject.Iterations);
        builder.Services.ConfigureApplicationCookie(options => options.LoginPath = "/account/login");
        var app = builder.Build();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapControllers();
        return app;
    }
}
