using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Portal.Web.Domain.Accounts.Hashing;

public static class AccountHashingServices
{
    /// <summary>What a password costs, and who waits for whom.</summary>
    public static IServiceCollection AddAccountHashing(this IServiceCollection services)
    {
        services.AddOptions<PasswordHashOptions>()
            .Configure<IHostEnvironment>((options, environment) => options.RefuseInTransaction = !environment.IsProduction())
            .BindConfiguration(PasswordHashOptions.Section)
            .Validate(options => options.Iterations > 0, "Portal:Passwords:Iterations must be positive.").ValidateOnStart();
        services.AddOptions<HashGateOptions>().BindConfiguration(HashGateOptions.Section)
            .Validate(options => options.IsSound, "Portal:HashGate: every value must be positive.").ValidateOnStart();
        services.AddOptions<PasswordHasherOptions>()
            .Configure<IOptions<PasswordHashOptions>>((hasher, ours) => hasher.IterationCount = ours.Value.Iterations);
        return services
            .AddSingleton<PasswordHashing>()
            .AddSingleton<HashGate>()
            .AddScoped<HashTurns>()
            .AddScoped<HashRounds>()
            .AddScoped<HashAhead>();
    }
}
