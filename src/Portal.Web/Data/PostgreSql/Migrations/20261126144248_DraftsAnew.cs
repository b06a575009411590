using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class DraftsAnew : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Rows of before hold whatever a form carried, passwords among it. The owner, too, sees through the wall only what it names.
            migrationBuilder.Sql("""
                DO $drafts$
                BEGIN
                    PERFORM set_config('portal.tenants', coalesce((SELECT string_agg("Id"::text, ',') FROM "Tenants"), ''), true);
                    DELETE FROM "FormDrafts";
                    PERFORM set_config('portal.tenants', '', true);
                END
                $drafts$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // What is gone needs no way back.
        }
    }
}
