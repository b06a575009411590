using System.CommandLine;
using Portal.Web.Domain.Tenants;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Cli;

/// <summary>Tenants come into being, are switched off and on: by the acts of the pages (CLI-2).</summary>
internal static class TenantLife
{
    public static Command Create()
    {
        var file = new Argument<FileInfo?>("file") { Description = "A profile file.", Arity = ArgumentArity.ZeroOrOne };
        var options = new CopyOptions();
        var reason = Reason();
        var command = new Command("create", "Create a tenant from a profile file, or as a copy of another's settings.") { file, reason };
        options.AddTo(command);
        return command.Does(async (host, parsed, output) =>
        {
            var path = parsed.GetValue(file)?.FullName;
            var profile = (path, parsed.GetValue(options.CopyOf)) switch
            {
                ({ } given, null) => ProfileJson.Read(await File.ReadAllTextAsync(given), given),
                (null, { } template) => options.Copy(await FindAsync(host, template), parsed),
                _ => throw new CommandException("Give a profile file, or --copy-of with the tenant to copy."),
            };
            var outcome = await host.RunAsync(services =>
                services.GetRequiredService<ProfileChanges>().CreateAsync(profile, parsed.GetValue(reason)));
            await output.WriteLineAsync(outcome switch
            {
                ProfileOutcome.Done => $"Created {profile.Slug}.",
                ProfileOutcome.Refused { Problems: [var problem, ..] } =>
                    throw new CommandException($"{path ?? profile.Slug}: {problem.Told}"),
                _ => throw new CommandException($"There is a tenant \"{profile.Slug}\" already; \"tenant import\" replaces its profile."),
            });
        });
    }

    public static Command Suspend() => Switch("suspend", "Switch a tenant off: nobody signs in, its jobs and mails wait, its data stays.",
        (tenants, id, reason) => tenants.SuspendAsync(id, reason), "suspended");

    public static Command Resume() => Switch("resume", "Switch a tenant on again.",
        (tenants, id, reason) => tenants.ResumeAsync(id, reason), "active");

    private static Command Switch(string verb, string description, Func<TenantSwitch, Guid, string?, Task<bool>> act, string state)
    {
        var slug = new Argument<string>("slug") { Description = "The tenant." };
        var reason = Reason();
        return new Command(verb, description) { slug, reason }.Does(async (host, parsed, output) =>
        {
            var name = parsed.GetRequiredValue(slug);
            if (name == TenantProfile.StaffSlug)
            {
                throw new CommandException("The staff's own realm cannot be switched off.");
            }

            var isDone = await host.InTenantAsync(name, services => act(services.GetRequiredService<TenantSwitch>(),
                services.GetRequiredService<CurrentTenant>().Value.Id, parsed.GetValue(reason)));
            await output.WriteLineAsync(isDone ? $"{name} is {state}." : $"{name} is {state} already.");
        });
    }

    private static Option<string?> Reason() => new("--reason") { Description = "Why, for the audit log." };

    private static async Task<TenantProfile> FindAsync(CommandHost host, string slug) =>
        (await host.Services.GetRequiredService<TenantCatalog>().FindBySlugAsync(slug))?.Profile
            ?? throw new CommandException($"There is no tenant \"{slug}\".");

    /// <summary>What a copy does not take from its template.</summary>
    private sealed class CopyOptions
    {
        private readonly Option<string?> slug = new("--slug") { Description = "Its name in addresses (with --copy-of)." };
        private readonly Option<string?> host = new("--host") { Description = "A host name of its own (with --copy-of)." };
        private readonly Option<string?> name = new("--name") { Description = "Its name in Japanese (with --copy-of)." };
        private readonly Option<string?> nameInEnglish = new("--name-en") { Description = "The same in English." };
        private readonly Option<string?> purpose = new("--purpose") { Description = "What it is for, in Japanese (with --copy-of)." };
        private readonly Option<string?> purposeInEnglish = new("--purpose-en") { Description = "The same in English." };
        private readonly Option<string?> sender = new("--sender") { Description = "The address of its mails (with --copy-of)." };

        public Option<string?> CopyOf { get; } = new("--copy-of") { Description = "The slug of the tenant whose settings it takes." };

        public void AddTo(Command command)
        {
            foreach (var option in new[] { CopyOf, slug, host, name, nameInEnglish, purpose, purposeInEnglish, sender })
            {
                command.Options.Add(option);
            }
        }

        public TenantProfile Copy(TenantProfile template, ParseResult parsed)
        {
            if (template.Slug == TenantProfile.StaffSlug)
            {
                throw new CommandException("The staff's own realm is no template.");
            }

            var called = new LocalText(Needed(parsed, name), parsed.GetValue(nameInEnglish));
            var copy = ProfileCopies.Of(template, Needed(parsed, slug), parsed.GetValue(host)?.ToLowerInvariant());
            return copy with
            {
                Name = called,
                Purpose = new LocalText(Needed(parsed, purpose), parsed.GetValue(purposeInEnglish)),
                Mail = copy.Mail with { SenderName = called, SenderAddress = Needed(parsed, sender) },
            };
        }

        private static string Needed(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { Length: > 0 } value
            ? value
            : throw new CommandException($"--copy-of needs {option.Name}.");
    }
}
