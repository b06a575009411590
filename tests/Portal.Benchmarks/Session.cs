using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Benchmarks.Measures;
using Portal.Benchmarks.Running;
using Portal.Benchmarks.Subjects;
using Portal.Benchmarks.Worlds;
using Portal.Web.Data.PostgreSql;

namespace Portal.Benchmarks;

/// <summary>How much of everything a run takes.</summary>
/// <param name="IsShort">Shows where it hurts, no more.</param>
/// <param name="IsWhole">Fills what PERF-3 names to the last row, where the usual size is a fifth.</param>
internal readonly record struct Size(bool IsShort, bool IsWhole);

/// <summary>
/// One run: a database server of its own, both worlds in it, the chosen measures one after the other.
/// </summary>
/// <param name="Former">Another publication of Portal on the same database, to compare in one run; or null.</param>
internal sealed record Session(PortalWorld Portal, StockWorld Stock, CaseWorld Cases, ArticleWorld Articles,
    PostgresBooks Database, Size Size, string? Former)
{
    public bool IsShort => Size.IsShort;

    public OrderWorld Orders => new(Portal);

    public int Rounds => IsShort ? 3 : 9;

    public static async Task RunAsync(IReadOnlyList<Measure> measures, Size size, string? published, string? against)
    {
        var folder = Directory.CreateTempSubdirectory("bench").FullName;
        await using (var postgres = await PrivatePostgres.StartAsync(PrivatePostgresOptions.Kept(Path.Combine(folder, "pg"))))
        {
            var hash = new PasswordHasher<IdentityUser>(Options.Create(new PasswordHasherOptions { IterationCount = Subject.Iterations }))
                .HashPassword(null!, PortalWorld.Password);
            Say("publishing");
            var program = published is null ? await Publication.MakeAsync(Path.Combine(folder, "portal")) : Publication.In(published);
            var session = new Session(new PortalWorld(postgres, program, folder), new StockWorld(postgres, folder),
                new CaseWorld(postgres), new ArticleWorld(postgres), new PostgresBooks(postgres.Folder), size,
                against is null ? null : Publication.In(against));
            Say("preparing");
            await session.Portal.PrepareAsync(hash);
            await session.Stock.PrepareAsync(hash);
            var report = new Report(size.IsShort);
            foreach (var measure in measures)
            {
                Say(measure.Name);
                report.Add(await measure.RunAsync(session));
            }

            await report.WriteAsync(Console.Out);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static void Say(string what) => Console.Error.WriteLine(what + " …");
}
