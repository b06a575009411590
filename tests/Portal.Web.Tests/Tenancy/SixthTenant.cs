using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Tenancy;

/// <summary>The profile that the how-to shows is a working tenant, and the reference knows every member.</summary>
public sealed partial class SixthTenant
{
    [Fact]
    public async Task SITE_2_TheProfileOfTheHowTo_GivesAWorkingTenantWithoutARebuild()
    {
        var folder = Directory.CreateTempSubdirectory("portal-profiles");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "clinic.json"), Example(), TestContext.Current.CancellationToken);
            await using var app =
                await PortalApp.CreateAsync(new Dictionary<string, string?> { ["Portal:ProfileFolders:0"] = folder.FullName });
            await new Account("clinic", "desk1").AddToAsync(app);

            var home = await app.CreateBrowser().SignInAsync("clinic", "desk1");

            home.ShouldBeOk().Title.ShouldBe("ホーム｜クリニック窓口");
            (await app.CreateBrowser().GetAsync("/t/control/login")).ShouldBeOk();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void SITE_2_TheReference_NamesEveryMember()
    {
        var reference = Document("reference", "tenant-profile.md");

        Members(typeof(TenantProfile)).Where(name => !Regex(name).IsMatch(reference)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Members(Type type) => type.GetProperties()
        .Where(property => property.SetMethod is not null)
        .SelectMany(property => Parts(property.PropertyType).SelectMany(Members)
            .Prepend(property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
                ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name)))
        .Distinct();

    /// <summary>
    /// The records that a member consists of; texts are explained once, and menus contain themselves.
    /// </summary>
    private static IEnumerable<Type> Parts(Type type)
    {
        var part = type.IsGenericType ? type.GetGenericArguments()[0] : type;
        return part.Namespace == typeof(TenantProfile).Namespace && part is { IsClass: true } && part != typeof(LocalText)
            && part != typeof(MenuEntry) ? [part] : [];
    }

    private static Regex Regex(string member) =>
        new($@"`([a-z]+(\[\])?\.)?{System.Text.RegularExpressions.Regex.Escape(member)}`", RegexOptions.NonBacktracking);

    private static string Example() => Json().Match(Document("how-to", "add-a-tenant.md")).Groups[1].Value;

    private static string Document(params string[] path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Portal.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The repository is not above the tests.");
        }

        return File.ReadAllText(Path.Combine([folder.FullName, "docs", .. path]));
    }

    [GeneratedRegex(@"```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Json();
}
